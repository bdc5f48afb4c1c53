package lockstep.bake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG files of 8-bit RGB without row filters, which dithered pictures pack best with. Source: PNG, RFC 2083. */
final class Png {
    private Png() {
    }

    static void writeRgb(BufferedImage image, Path file) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(header);
        head.writeInt(image.getWidth());
        head.writeInt(image.getHeight());
        head.write(new byte[] {8, 2, 0, 0, 0});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(out);
        png.writeLong(0x89504E470D0A1A0AL);
        chunk(png, "IHDR", header.toByteArray());
        chunk(png, "IDAT", packed(image));
        chunk(png, "IEND", new byte[0]);
        Files.write(file, out.toByteArray());
    }

    private static byte[] packed(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream rows = new DeflaterOutputStream(bytes, deflater)) {
            for (int y = 0; y < image.getHeight(); y++) {
                rows.write(0);
                for (int x = 0; x < image.getWidth(); x++) {
                    int rgb = image.getRGB(x, y);
                    rows.write(rgb >> 16);
                    rows.write(rgb >> 8);
                    rows.write(rgb);
                }
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream png, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        png.writeInt(content.length);
        png.write(name);
        png.write(content);
        png.writeInt((int) check.getValue());
    }
}
