/* What is drawn into the plot beside its lines, and what the plot's lines and marks mean. */
/** The late frames to be marked: where several fall into one stretch of so many px, the longest of them. */
function worstApart(u, px) {
    const {left, width} = u.bbox,
        kept = [];
    for (const f of late) {
        const x = u.valToPos((f.start + f.us) / 1e6, 'x', true),
            last = kept[kept.length - 1];
        if (x < left - px || x > left + width + px) {
            continue;
        }
        if (!last || Math.floor(x / px) !== Math.floor(last.x / px)) {
            kept.push({f, x});
        } else if (f.us > last.f.us) {
            kept[kept.length - 1] = {f, x};
        }
    }
    return kept;
}

/** The end of the first frames, which the rule does not judge. */
const notJudgedS = (() => {
    const first = columns.number.findIndex((v, i) => columns.judged(i));
    return first > 0 ? columns.endS[first - 1] : 0;
})();

function drawMarks(u) {
    const c = u.ctx,
        size = devicePixelRatio,
        {left, top, width, height} = u.bbox;
    c.save();
    c.beginPath();
    c.rect(left - 6 * size, top - 6 * size, width + 12 * size, height + 6 * size);
    c.clip();
    c.setLineDash([]);
    if (notJudgedS > 0) {
        const to = Math.min(u.valToPos(notJudgedS, 'x', true), left + width);
        c.fillStyle = css('--mark') + '22';
        c.fillRect(left, top, Math.max(0, to - left), height);
    }
    c.lineWidth = 1.5 * size;
    c.strokeStyle = css('--mark');
    for (const {f, x} of worstApart(u, 5 * size)) {
        c.beginPath();
        c.arc(x, u.valToPos(f.us / 1e3, 'y', true), 4 * size, 0, 2 * Math.PI);
        c.fillStyle = f.judged ? colourOf(f) : css('--panel');
        c.fill();
        c.stroke();
    }
    c.fillStyle = css('--late');
    let before = -9;
    for (const [, , at] of run.faults.firings) {
        const x = u.valToPos(at / 1e6, 'x', true);
        if (x >= left && x <= left + width && x - before >= size) {
            c.fillRect(x - size / 2, top + height - 7 * size, 1.5 * size, 7 * size);
            before = x;
        }
    }
    c.restore();
}

function plotLegend() {
    byId('plot-legend').append(
        el('span', {}, swatch('var(--accent)', 'line'), 'frame time'),
        el('span', {}, swatch('var(--budget)', 'line'), 'budget'),
        el('span', {}, swatch('var(--rule)', 'line dashed'), 'late above ' + run.frames.rule)
    );
    const kinds = new Set(late.map(f => f.causes[0]?.kind ?? 'unexplained'));
    for (const kind of kinds) {
        byId('plot-legend').append(el('span', {}, swatch(KINDS[kind], 'dot'), 'late: ' + kind));
    }
    if (run.faults.fired > 0) {
        byId('plot-legend').append(el('span', {}, swatch('var(--late)', 'line'), 'planted fault (ticks below)'));
    }
    const notes = [];
    if (run.frames.hasBudget) {
        notes.push(`A frame is over budget above ${run.frames.overWords}.`);
    }
    if (run.frames.notJudged > 0) {
        notes.push(unjudged() + (notJudgedS > 0 ? ' They have a grey background.' : ''));
    }
    if (columns.step > 1) {
        notes.push(
            `Each column merges ${columns.step} frames and shows the longest of them; each late frame has its own mark. The line for late frames leaves the median out.`
        );
    }
    if (run.plot.missed > 0) {
        notes.push(`${frames(run.plot.missed)} are not shown: they were not kept.`);
    }
    byId('plot-note').textContent = notes.join(' ');
}
