package lockstep.trace.frames;

import lockstep.trace.About;

/**
 * PresentMon's columns as CapFrameX reads them: it finds columns by name, and requires the first to be {@code Application} and
 * more than 20 lines. A present is a swap that has returned, so {@code MsBetweenPresents} is the frame time. Nothing is known
 * from the display: {@code Dropped} is 0, {@code MsBetweenDisplayChange} is from swap to swap too, and columns of the display or
 * the GPU are left out. A missing value is {@code NA}, as in PresentMon.
 */
final class CapFrameXForm implements FrameCsv.Form {
    private static final int LINES = 20;
    private final long process = ProcessHandle.current().pid();

    @Override
    public void head(StringBuilder line, About about) {
        line.append(
            "Application,ProcessID,Dropped,TimeInSeconds,MsBetweenPresents,MsBetweenDisplayChange,MsInPresentAPI,MsCPUBusy,"
                + "MsCPUWait,MsAnimationError\n");
    }

    @Override
    public void frame(StringBuilder line, FrameHistory frames, int i) {
        line.append("Lockstep,").append(process).append(",0,");
        FrameCsv.fixed(line, frames.endNs(i) - frames.startNs(0), 9).append(',');
        ms(line, frames.ns(i)).append(',');
        ms(line, frames.ns(i)).append(',');
        ms(line, frames.swapNs(i)).append(',');
        ms(line, frames.ns(i) - frames.swapNs(i)).append(',');
        ms(line, frames.swapNs(i)).append(',');
        long error = PresentMon.animationErrorNs(frames, i);
        if (error == Long.MIN_VALUE) {
            line.append("NA");
        } else {
            ms(line, error);
        }
        line.append('\n');
    }

    private static StringBuilder ms(StringBuilder line, long ns) {
        return FrameCsv.fixed(line, ns, 6);
    }

    @Override
    public String note(int count) {
        return count >= LINES ? null : "only " + count + " frames; CapFrameX opens files of more than " + LINES + " lines";
    }
}
