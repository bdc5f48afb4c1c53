/* The columns of the plot: single frames, or in a long run several merged, of which the longest is the value. */
const columns = (() => {
    const {us, gaps = [], budgets = [], max, step, first} = {us: [], ...run.plot};
    const n = us.length;
    const endS = new Float64Array(n),
        value = new Float64Array(n),
        budget = new Float64Array(n),
        rule = new Array(n);
    const number = new Uint32Array(n);

    function unpack() {
        let at = 0,
            frame = first,
            gap = 0,
            b = -1;
        for (let i = 0; i < n; i++) {
            if (gap < gaps.length && gaps[gap][0] === i) {
                [, at, frame] = gaps[gap++];
            }
            if (b + 1 < budgets.length && budgets[b + 1][0] === i) {
                b++;
            }
            at += us[i];
            endS[i] = at / 1e6;
            value[i] = (max ?? us)[i] / 1e3;
            budget[i] = b < 0 ? 0 : budgets[b][1] / 1e3;
            number[i] = frame;
            frame += step;
        }
        rules();
    }

    /** What a frame had to exceed to be late: the running median is that of the rule, so it needs whole frames. */
    function rules() {
        const window = [];
        for (let i = 0; i < n; i++) {
            const known = step === 1 && window.length === run.frames.needs;
            rule[i] = judged(i) ? Math.max(budget[i] + run.frames.slack, known ? run.frames.factor * window[(run.frames.needs - 1) / 2] : 0) : null;
            if (known) {
                window.splice(place(window, value[i - run.frames.needs]), 1);
            }
            window.splice(place(window, value[i]), 0, value[i]);
        }
    }

    /** The first index in a sorted array at which v may stand. */
    function place(sorted, v) {
        let low = 0,
            high = sorted.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            sorted[middle] < v ? (low = middle + 1) : (high = middle);
        }
        return low;
    }

    /** False for columns that begin with frames that the rule does not judge. */
    const judged = i => budget[i] > 0 && number[i] > run.frames.needs;
    const isOver = i => budget[i] > 0 && value[i] > budget[i] * (1 + run.frames.tolerance);

    /** The late frame in a column. */
    const lateIn = i =>
        step === 1 ? lateByFrame.get(number[i]) : late.find(f => f.frame >= number[i] && f.frame < number[i] + step);

    unpack();
    return {n, step, number, endS, value, budget, rule, place, lateIn, judged, isOver, longest: value.reduce((a, b) => Math.max(a, b), 0)};
})();
