package lockstep.trace.frames;

import lockstep.trace.About;
import lockstep.trace.MachineFacts;

/**
 * MangoHud's log: a line of names and one of values about the machine, then the frames. {@code frametime} is in ms,
 * {@code elapsed} in ns, {@code ram} in kB. What is not measured is 0, as in MangoHud.
 *
 * <p>Source: MangoHud, {@code logging.cpp}.
 */
final class MangoHudForm implements FrameCsv.Form {
    private static final String NOT_MEASURED = ",0".repeat(13);

    @Override
    public void head(StringBuilder line, About about) {
        MachineFacts m = MachineFacts.read(about.gl());
        line.append("os,cpu,gpu,ram,kernel,driver,cpuscheduler\n");
        line.append(
            String.join(",", plain(m.os()), plain(m.cpu()), plain(m.gpu()), m.ramKb(), plain(m.kernel()), plain(m.driver()),
                plain(m.governor())))
            .append('\n');
        line.append("fps,frametime,cpu_load,cpu_power,gpu_load,cpu_temp,gpu_temp,gpu_core_clock,gpu_mem_clock,gpu_vram_used,"
            + "gpu_power,ram_used,swap_used,process_rss,cpu_mhz,elapsed\n");
    }

    /** Text without commas and quotes: MangoHud quotes nothing, so its readers split at every comma. */
    private static String plain(String text) {
        return text.replaceAll("[,\"\\p{Cntrl}]", "").strip();
    }

    @Override
    public void frame(StringBuilder line, FrameHistory frames, int i) {
        FrameCsv.fixed(line, Math.round(1e12 / Math.max(1, frames.ns(i))), 3).append(',');
        FrameCsv.fixed(line, frames.ns(i), 6).append(NOT_MEASURED).append(',');
        line.append(frames.endNs(i) - frames.startNs(0)).append('\n');
    }

    @Override
    public String note(int count) {
        return null;
    }
}
