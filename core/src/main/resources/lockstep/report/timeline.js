/* What the lanes did around one late frame: a row a lane, the critical path as a line from row to row. */
const timeline = (() => {
    const ROW = 28,
        LABEL = 92,
        TOP = 22,
        BOTTOM = 6;
    const laneName = (evidence, number) =>
        evidence.lanes.find(l => l.number === number)?.name ?? run.lanes[number]?.name ?? '?';

    /** The critical path in words; neighbours that say the same are one, and what is under a hundredth of the frame is left out. */
    function path(f, evidence) {
        const steps = [];
        for (const [, us, , kind, words] of evidence.path) {
            const last = steps[steps.length - 1];
            if (last?.words === words) {
                last.us += us;
            } else if (us * 100 >= f.us) {
                steps.push({us, kind: run.late.kinds[kind], words});
            }
        }
        return el(
            'ol',
            {class: 'path', 'aria-label': 'critical path'},
            ...steps.map(s =>
                el('li', {}, el('span', {class: 'culprit'}, swatch(KINDS[s.kind]), `${run.pathWords[s.words]} ${ms(s.us / 1e3)} ms`))
            )
        );
    }

    function of(f) {
        const evidence = run.evidence[f.evidence];
        const canvas = el('canvas', {
            class: 'track',
            role: 'img',
            'aria-label': `What ${evidence.lanes.map(l => l.name).join(', ')} did around frame ${f.frame}; the critical path is listed below`
        });
        const margin = Math.min(0.2 * f.us, 30e3);
        const view = {from: f.start - margin, to: f.start + f.us + margin / 2};
        const draw = () => paint(canvas, f, evidence, view);
        canvas.addEventListener('mousemove', e => point(e, canvas, evidence, view));
        canvas.addEventListener('mouseleave', tip.hide);
        new ResizeObserver(draw).observe(canvas);
        canvas.style.height = TOP + evidence.lanes.length * ROW + BOTTOM + 'px';
        return el('div', {}, canvas, path(f, evidence));
    }

    function paint(canvas, f, evidence, view) {
        const size = devicePixelRatio,
            width = canvas.clientWidth,
            height = canvas.clientHeight;
        canvas.width = Math.round(width * size);
        canvas.height = Math.round(height * size);
        const c = canvas.getContext('2d');
        c.scale(size, size);
        const x = us => LABEL + ((us - view.from) / (view.to - view.from)) * (width - LABEL - 6);
        const at = {x, y: i => TOP + i * ROW};
        c.font = '12px system-ui, sans-serif';
        c.textBaseline = 'middle';
        evidence.lanes.forEach((lane, i) => row(c, lane, at.y(i), x, view, width));
        frame(c, f, x, height, width);
        critical(c, evidence, at, view);
    }

    function row(c, lane, y, x, view, width) {
        c.fillStyle = '#131A30';
        c.fillRect(LABEL, y + 4, width - LABEL - 6, ROW - 7);
        c.fillStyle = '#EEF1FB';
        c.fillText(lane.name, 10, y + ROW / 2 + 0.5, LABEL - 14);
        const inside = lane.spans.filter(s => s[1] < view.to && s[1] + s[2] > view.from);
        const depth = s => (run.spanKinds[s[0]] === 'work' ? 0 : run.spanKinds[s[0]] === 'hold' ? 2 : 1);
        for (const s of inside.sort((a, b) => depth(a) - depth(b) || b[2] - a[2])) {
            span(c, s, y, x, view);
        }
    }

    /** What was planted that fired in a span, or nothing. */
    const planted = (kind, what) =>
        ['work', 'I/O', 'upload'].includes(kind) && what > 0 ? `planted: ${run.faultNames[what - 1] ?? '?'}` : '';

    function span(c, [kindNumber, start, us, , , what], y, x, view) {
        const kind = run.spanKinds[kindNumber],
            from = x(Math.max(start, view.from)),
            to = x(Math.min(start + us, view.to));
        const wide = Math.max(to - from, 0.7),
            strip = kind === 'hold';
        const top = strip ? y + ROW - 10 : y + 5,
            high = strip ? 6 : ROW - 9;
        c.fillStyle = SPANS[kind];
        c.fillRect(from, top, wide, high);
        if (HATCHED.includes(kind) && wide > 4) {
            hatch(c, from, top, wide, high);
        }
        const fault = planted(kind, what);
        if (fault) {
            c.fillStyle = '#FFB454';
            c.fillRect(from, top, wide, 3);
        }
        if (wide > 64 && !strip) {
            const both = fault && `${kind} · ${fault}`;
            label(c, both && wide > c.measureText(both).width + 12 ? both : kind, from + 6, top + high / 2);
        }
    }

    function hatch(c, x, y, w, h) {
        c.save();
        c.beginPath();
        c.rect(x, y, w, h);
        c.clip();
        c.beginPath();
        for (let i = x - h; i < x + w; i += 6) {
            c.moveTo(i, y + h);
            c.lineTo(i + h, y);
        }
        c.strokeStyle = '#0B1020B0';
        c.lineWidth = 1.5;
        c.stroke();
        c.restore();
    }

    function label(c, text, x, y) {
        const w = c.measureText(text).width;
        c.fillStyle = '#0B1020D0';
        c.fillRect(x - 3, y - 7, w + 6, 14);
        c.fillStyle = '#EEF1FB';
        c.fillText(text, x, y + 0.5);
    }

    function frame(c, f, x, height, width) {
        const mark = (us, text, colour, right) => {
            c.strokeStyle = c.fillStyle = colour;
            c.lineWidth = 1.5;
            c.beginPath();
            c.moveTo(x(us), 16);
            c.lineTo(x(us), height);
            c.stroke();
            c.textAlign = right || x(us) > width - 90 ? 'right' : 'left';
            c.fillText(text, x(us) + (right ? -4 : 0), 8);
            c.textAlign = 'left';
        };
        mark(f.start, '0 ms', '#9BA6C6', true);
        if (f.budget > 0) {
            mark(f.start + f.budget, `budget ${ms(f.budget / 1e3)}`, '#65DFB3', false);
        }
        mark(f.start + f.us, `swap ${ms(f.us / 1e3)}`, '#FF7D6B', false);
    }

    function critical(c, evidence, at, view) {
        const pieces = [];
        for (const [start, us, lane, kind] of evidence.path) {
            const i = evidence.lanes.findIndex(l => l.number === lane);
            const from = at.x(Math.max(start, view.from)),
                to = at.x(Math.min(start + us, view.to));
            if (i >= 0 && to >= from) {
                pieces.push({from, to, y: at.y(i) + 1.5, colour: KINDS[run.late.kinds[kind]]});
            }
        }
        const line = (colour, width, draw) => {
            c.strokeStyle = colour;
            c.lineWidth = width;
            c.beginPath();
            draw();
            c.stroke();
        };
        const piece = p => {
            c.moveTo(p.from, p.y);
            c.lineTo(p.to, p.y);
        };
        line('#FFFFFF', 1.5, () =>
            pieces.forEach(p => {
                c.lineTo(p.from, p.y);
                c.lineTo(p.to, p.y);
            })
        );
        line('#FFFFFF', 5, () => pieces.forEach(piece));
        pieces.forEach(p => line(p.colour, 3, () => piece(p)));
    }

    /** Tells of the shortest span under the pointer. */
    function point(e, canvas, evidence, view) {
        const box = canvas.getBoundingClientRect();
        const lane = evidence.lanes[Math.floor((e.clientY - box.top - TOP) / ROW)];
        const perPx = (view.to - view.from) / (box.width - LABEL - 6);
        const us = view.from + (e.clientX - box.left - LABEL) * perPx;
        const under = (lane?.spans ?? [])
            .filter(s => s[1] - perPx <= us && s[1] + s[2] + perPx >= us)
            .sort((a, b) => a[2] - b[2])[0];
        if (!under || e.clientX - box.left < LABEL) {
            tip.hide();
            return;
        }
        const [kindNumber, , long, role, whom, what] = under,
            kind = run.spanKinds[kindNumber];
        const guard = kind === 'guard wait' || kind === 'hold' ? ` of '${evidence.guardNames[what] ?? '?'}'` : '';
        const waited = HATCHED.includes(kind) && whom !== 255 ? `, for ${laneName(evidence, whom)}` : '';
        const fault = planted(kind, what);
        tip.show(
            e.clientX,
            e.clientY,
            el('b', {}, ms(long / 1e3) + ' ms'),
            ` ${kind}${guard}${waited}`,
            el('br'),
            `${lane.name}, role ${run.roleNames[role] ?? '?'}`,
            ...(fault ? [el('br'), fault] : [])
        );
    }

    return {of};
})();
