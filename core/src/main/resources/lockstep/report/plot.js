/* The plot of the frame times: each frame, or of columns that merge several the longest; never a mean. */
const plot = (() => {
    const {n, step, number, endS, value, budget, rule, place, lateIn} = columns;
    const HEIGHT = 260;
    const STEPS = [
        ...[1e-4, 1e-3, 1e-2, 0.1].flatMap(v => [v, 2 * v, 5 * v]),
        1,
        2,
        5,
        10,
        15,
        30,
        60,
        120,
        300,
        600,
        900,
        1800,
        3600,
        7200
    ];
    let u;

    const whole = () => ({min: 0, max: n ? endS[n - 1] : 1});

    function show(from, to) {
        const all = whole();
        const least = Math.min(0.02, all.max - all.min);
        const span = Math.min(Math.max(to - from, least), all.max - all.min);
        const min = Math.min(Math.max((from + to - span) / 2, all.min), all.max - span);
        u.setScale('x', {min, max: min + span});
    }

    const zoom = (factor, at = (u.scales.x.min + u.scales.x.max) / 2) =>
        show(at - (at - u.scales.x.min) * factor, at + (u.scales.x.max - at) * factor);

    function move(part) {
        const {min, max} = u.scales.x,
            all = whole();
        const by = Math.min(Math.max(part * (max - min), all.min - min), all.max - max);
        show(min + by, max + by);
    }

    /** Shows a late frame with what was around it. */
    function showFrame(f) {
        const span = Math.max((8 * f.us) / 1e6, 0.2),
            middle = (f.start + f.us / 2) / 1e6;
        show(middle - span / 2, middle + span / 2);
    }

    function stepLate(by) {
        const {min, max} = u.scales.x,
            middle = (min + max) / 2,
            slack = 1e-4;
        const at = f => (f.start + f.us / 2) / 1e6;
        const f = by > 0 ? late.find(f => at(f) > middle + slack) : late.findLast(f => at(f) < middle - slack);
        if (f) {
            showFrame(f);
        }
    }

    /** The longest frame within some px of the pointer. */
    function longestNear(px) {
        const reach = 3;
        let i = place(endS, u.posToVal(px - reach, 'x')),
            best = -1;
        const to = u.posToVal(px + reach, 'x');
        for (; i < n && endS[i] <= to; i++) {
            if (best < 0 || value[i] > value[best]) {
                best = i;
            }
        }
        return best >= 0 ? best : Math.min(place(endS, u.posToVal(px, 'x')), n - 1);
    }

    function open(i) {
        const f = lateIn(i);
        if (f) {
            list.open(f);
        }
    }

    function hover(e) {
        if (n === 0) {
            return;
        }
        const i = longestNear(e.clientX - u.over.getBoundingClientRect().left);
        const f = lateIn(i);
        const what =
            step === 1
                ? `frame ${count(number[i])}`
                : `longest of frames ${count(number[i])} to ${count(number[i] + step - 1)}`;
        tip.show(
            e.clientX,
            e.clientY,
            el('b', {}, ms(value[i]) + ' ms'),
            ' ' + what + ' at ' + moment(endS[i], 3),
            el('br'),
            budget[i] ? `budget ${ms(budget[i])} ms` + (columns.isOver(i) ? ', over budget' : '') : 'no budget',
            columns.judged(i) ? '' : ', not judged',
            ...(f ? [el('br'), el('span', {class: 'culprit'}, swatch(colourOf(f), 'dot'), why(f))] : [])
        );
    }

    function tell() {
        const {min, max} = u.scales.x;
        const from = place(endS, min),
            to = place(endS, max + 1e-9);
        let longest = 0;
        for (let i = from; i < to; i++) {
            longest = Math.max(longest, value[i]);
        }
        const inside = late.filter(f => (f.start + f.us) / 1e6 >= min && (f.start + f.us) / 1e6 <= max).length;
        byId('shown').textContent =
            `${moment(min, 3)} to ${moment(max, 3)}: ${frames(Math.min((to - from) * step, run.plot.count))}, longest ${ms(longest)} ms, ${count(inside)} late`;
        byId('plot').dataset.from = min;
        byId('plot').dataset.to = max;
    }

    function keys(e) {
        const act = {
            '+': () => zoom(0.5),
            '=': () => zoom(0.5),
            ArrowUp: () => zoom(0.5),
            '-': () => zoom(2),
            ArrowDown: () => zoom(2),
            ArrowLeft: () => move(-0.25),
            ArrowRight: () => move(0.25),
            0: all,
            Home: all,
            n: () => stepLate(1),
            N: () => stepLate(1),
            p: () => stepLate(-1),
            P: () => stepLate(-1)
        }[e.key];
        if (act && !e.ctrlKey && !e.altKey && !e.metaKey) {
            e.preventDefault();
            act();
        }
    }

    function wheel(e) {
        const {min, max} = u.scales.x,
            all = whole();
        if (e.deltaY === 0 || e.ctrlKey || (e.deltaY > 0 && max - min >= all.max - all.min)) {
            return;
        }
        e.preventDefault();
        zoom(e.deltaY < 0 ? 0.8 : 1.25, u.posToVal(e.clientX - u.over.getBoundingClientRect().left, 'x'));
    }

    function all() {
        const {min, max} = whole();
        show(min, max);
    }

    /** Single frames are as wide as they took; many are a line that goes through the longest and the shortest of each pixel. */
    const stepped = uPlot.paths.stepped({align: -1}),
        linear = uPlot.paths.linear();
    const path = (self, series, from, to) =>
        (to - from > 4 * self.over.clientWidth ? linear : stepped)(self, series, from, to);

    function options(width) {
        const axis = {
            stroke: () => css('--dim'),
            font: '12px system-ui, sans-serif',
            ticks: {stroke: () => css('--line'), size: 4},
            grid: {stroke: () => css('--line'), width: 1}
        };
        const line = (name, colour, dash) => ({
            label: name,
            stroke: () => css(colour),
            width: 1.5,
            dash,
            paths: path,
            points: {show: false}
        });
        return {
            width,
            height: HEIGHT,
            legend: {show: false},
            padding: [12, 26, 0, 0],
            cursor: {y: false, points: {show: false}, drag: {x: true, y: false, setScale: false}},
            scales: {x: {time: false}, y: {range: (self, low, high) => [0, Math.max(1, high) * 1.06]}},
            axes: [
                {...axis, size: 32, incrs: STEPS, values: (self, ticks) => ticks.map(v => moment(v, v < 120 ? -1 : 0))},
                {...axis, size: 62, values: (self, ticks) => ticks.map(v => v + ' ms')}
            ],
            series: [
                {},
                {
                    label: 'frame',
                    stroke: () => css('--accent'),
                    fill: () => css('--fill'),
                    width: 1.2,
                    paths: path,
                    points: {show: false}
                },
                line('budget', '--budget'),
                line('late', '--rule', [6, 5])
            ],
            hooks: {
                draw: [drawMarks],
                setScale: [(self, key) => key === 'x' && tell()],
                setSelect: [
                    self => {
                        if (self.select.width > 3) {
                            show(
                                self.posToVal(self.select.left, 'x'),
                                self.posToVal(self.select.left + self.select.width, 'x')
                            );
                        }
                        self.setSelect({left: 0, top: 0, width: 0, height: 0}, false);
                    }
                ]
            }
        };
    }

    function start() {
        const box = byId('plot');
        u = new uPlot(options(box.clientWidth), [endS, value, budget, rule], box);
        u.over.addEventListener('wheel', wheel, {passive: false});
        u.over.addEventListener('dblclick', all);
        u.over.addEventListener('mousemove', hover);
        u.over.addEventListener('mouseleave', tip.hide);
        let pressedAt = 0;
        u.over.addEventListener('mousedown', e => (pressedAt = e.clientX));
        u.over.addEventListener(
            'click',
            e => e.clientX === pressedAt && n && open(longestNear(e.clientX - u.over.getBoundingClientRect().left))
        );
        box.addEventListener('keydown', keys);
        new ResizeObserver(() => u.setSize({width: box.clientWidth, height: HEIGHT})).observe(box);
        const buttons = {
            previous: () => stepLate(-1),
            next: () => stepLate(1),
            left: () => move(-0.5),
            right: () => move(0.5),
            in: () => zoom(0.5),
            out: () => zoom(2),
            whole: all
        };
        for (const [id, act] of Object.entries(buttons)) {
            byId(id).addEventListener('click', act);
        }
        byId('previous').disabled = byId('next').disabled = late.length === 0;
        all();
        plotLegend();
    }

    return {start, showFrame, redraw: () => u.redraw(false)};
})();
