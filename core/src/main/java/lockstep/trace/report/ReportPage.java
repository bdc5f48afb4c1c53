package lockstep.trace.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.files.NewFile;
import lockstep.trace.JsonText;

/** Combines the files of {@code lockstep/report} and a run's data into one self-contained page. */
final class ReportPage {
    private static final String FOLDER = "/lockstep/report/";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([\\w./-]+)}}");
    private static final String DATA = "data";

    private ReportPage() {
    }

    /** Writes {@code report.html} with each <code>{{file}}</code> replaced by that file and <code>{{data}}</code> by the data. */
    static void write(Writer page, NewFile.Content<Writer> data) throws IOException {
        String template = resource("report.html");
        Matcher m = PLACE.matcher(template);
        int at = 0;
        while (m.find()) {
            page.write(template, at, m.start() - at);
            if (m.group(1).equals(DATA)) {
                data.writeTo(new JsonText(page));
            } else {
                page.write(resource(m.group(1)));
            }
            at = m.end();
        }
        page.write(template, at, template.length() - at);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's '" + name + "' is missing in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
