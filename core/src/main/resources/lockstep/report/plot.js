/* The frame times: each frame, or of columns that merge several the longest; never a mean. */
const plot = (() => {
  const {us, gaps = [], budgets = [], max, min, step, first} = {us: [], ...run.plot};
  const n = us.length, HEIGHT = 260;
  const STEPS = [...[1e-4, 1e-3, 1e-2, 0.1].flatMap(v => [v, 2 * v, 5 * v]), 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];
  const endS = new Float64Array(n), value = new Float64Array(n), budget = new Float64Array(n), rule = new Float64Array(n);
  const number = new Uint32Array(n);
  let u;

  function unpack() {
    let at = 0, frame = first, gap = 0, b = -1;
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

  /** What a frame had to exceed to be late: the running median of 31 is that of the rule, so it needs whole frames. */
  function rules() {
    const window = [];
    for (let i = 0; i < n; i++) {
      const known = step === 1 && window.length === 31;
      rule[i] = Math.max(budget[i] + run.frames.slack, known ? run.frames.factor * window[15] : 0);
      if (known) {
        window.splice(place(window, value[i - 31]), 1);
      }
      window.splice(place(window, value[i]), 0, value[i]);
    }
  }

  /** The first index in a sorted array at which v may stand. */
  function place(sorted, v) {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = low + high >> 1;
      sorted[middle] < v ? low = middle + 1 : high = middle;
    }
    return low;
  }

  const whole = () => ({min: n ? endS[0] - us[0] / 1e6 : 0, max: n ? endS[n - 1] : 1});

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
    const {min, max} = u.scales.x, all = whole();
    const by = Math.min(Math.max(part * (max - min), all.min - min), all.max - max);
    show(min + by, max + by);
  }

  /** Shows a late frame with what was around it. */
  function showFrame(f) {
    const span = Math.max(8 * f.us / 1e6, 0.2), middle = (f.start + f.us / 2) / 1e6;
    show(middle - span / 2, middle + span / 2);
  }

  function stepLate(by) {
    const {min, max} = u.scales.x, middle = (min + max) / 2, slack = 1e-4;
    const at = f => (f.start + f.us / 2) / 1e6;
    const f = by > 0 ? late.find(f => at(f) > middle + slack) : late.findLast(f => at(f) < middle - slack);
    if (f) {
      showFrame(f);
    }
  }

  /** The longest frame within some px of the pointer. */
  function longestNear(px) {
    const reach = 3;
    let i = place(endS, u.posToVal(px - reach, 'x')), best = -1;
    const to = u.posToVal(px + reach, 'x');
    for (; i < n && endS[i] <= to; i++) {
      if (best < 0 || value[i] > value[best]) {
        best = i;
      }
    }
    return best >= 0 ? best : Math.min(place(endS, u.posToVal(px, 'x')), n - 1);
  }

  /** The late frame in a column. */
  const lateIn = i => step === 1 ? lateByFrame.get(number[i]) : late.find(f => f.frame >= number[i] && f.frame < number[i] + step);

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
    const what = step === 1 ? `frame ${count(number[i])}` : `longest of frames ${count(number[i])} to ${count(number[i] + step - 1)}`;
    tip.show(e.clientX, e.clientY, el('b', {}, ms(value[i]) + ' ms'), ' ' + what + ' at ' + moment(endS[i], 3), el('br'),
      budget[i] ? `budget ${ms(budget[i])} ms` : 'no budget', ...(f ? [el('br'), el('span', {class: 'culprit'}, swatch(colourOf(f), 'dot'), why(f))] : []));
  }

  /** The late frames to be marked: where several fall into one stretch of so many px, the longest of them. */
  function worstApart(px) {
    const {left, width} = u.bbox, kept = [];
    for (const f of late) {
      const x = u.valToPos((f.start + f.us) / 1e6, 'x', true), last = kept[kept.length - 1];
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

  function marks() {
    const c = u.ctx, size = devicePixelRatio, {left, top, width, height} = u.bbox;
    c.save();
    c.beginPath();
    c.rect(left, top - 6 * size, width, height + 6 * size);
    c.clip();
    c.setLineDash([]);
    c.lineWidth = 1.5 * size;
    c.strokeStyle = css('--mark');
    for (const {f, x} of worstApart(5 * size)) {
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

  function tell() {
    const {min, max} = u.scales.x;
    const from = place(endS, min), to = place(endS, max + 1e-9);
    let longest = 0;
    for (let i = from; i < to; i++) {
      longest = Math.max(longest, value[i]);
    }
    const inside = late.filter(f => (f.start + f.us) / 1e6 >= min && (f.start + f.us) / 1e6 <= max).length;
    byId('shown').textContent = `${moment(min, 3)} to ${moment(max, 3)}: ${frames(Math.min((to - from) * step, run.plot.count))}, longest ${ms(longest)} ms, ${count(inside)} late`;
    byId('plot').dataset.from = min;
    byId('plot').dataset.to = max;
  }

  function keys(e) {
    const act = {
      '+': () => zoom(0.5), '=': () => zoom(0.5), 'ArrowUp': () => zoom(0.5), '-': () => zoom(2), 'ArrowDown': () => zoom(2),
      'ArrowLeft': () => move(-0.25), 'ArrowRight': () => move(0.25), '0': all, 'Home': all,
      'n': () => stepLate(1), 'N': () => stepLate(1), 'p': () => stepLate(-1), 'P': () => stepLate(-1)
    }[e.key];
    if (act && !e.ctrlKey && !e.altKey && !e.metaKey) {
      e.preventDefault();
      act();
    }
  }

  function wheel(e) {
    const {min, max} = u.scales.x, all = whole();
    if (e.deltaY === 0 || e.ctrlKey || e.deltaY > 0 && max - min >= all.max - all.min) {
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
  const stepped = uPlot.paths.stepped({align: -1}), linear = uPlot.paths.linear();
  const path = (self, series, from, to) => (to - from > 4 * self.over.clientWidth ? linear : stepped)(self, series, from, to);

  function options(width) {
    const axis = {stroke: () => css('--dim'), font: '12px system-ui, sans-serif', ticks: {stroke: () => css('--line'), size: 4}, grid: {stroke: () => css('--line'), width: 1}};
    const line = (name, colour, dash) => ({label: name, stroke: () => css(colour), width: 1.5, dash, paths: path, points: {show: false}});
    return {
      width, height: HEIGHT, legend: {show: false}, padding: [12, 26, 0, 0],
      cursor: {y: false, points: {show: false}, drag: {x: true, y: false, setScale: false}},
      scales: {x: {time: false}, y: {range: (self, low, high) => [0, Math.max(1, high) * 1.06]}},
      axes: [
        {...axis, size: 32, incrs: STEPS, values: (self, ticks) => ticks.map(v => moment(v, v < 120 ? -1 : 0))},
        {...axis, size: 62, values: (self, ticks) => ticks.map(v => v + ' ms')}
      ],
      series: [{}, {label: 'frame', stroke: () => css('--accent'), fill: () => css('--fill'), width: 1.2, paths: path, points: {show: false}},
        line('budget', '--budget'), line('late', '--rule', [6, 5])],
      hooks: {draw: [marks], setScale: [(self, key) => key === 'x' && tell()], setSelect: [self => {
        if (self.select.width > 3) {
          show(self.posToVal(self.select.left, 'x'), self.posToVal(self.select.left + self.select.width, 'x'));
        }
        self.setSelect({left: 0, top: 0, width: 0, height: 0}, false);
      }]}
    };
  }

  function start() {
    const box = byId('plot');
    unpack();
    u = new uPlot(options(box.clientWidth), [endS, value, budget, rule], box);
    u.over.addEventListener('wheel', wheel, {passive: false});
    u.over.addEventListener('dblclick', all);
    u.over.addEventListener('mousemove', hover);
    u.over.addEventListener('mouseleave', tip.hide);
    let pressedAt = 0;
    u.over.addEventListener('mousedown', e => pressedAt = e.clientX);
    u.over.addEventListener('click', e => e.clientX === pressedAt && n && open(longestNear(e.clientX - u.over.getBoundingClientRect().left)));
    box.addEventListener('keydown', keys);
    new ResizeObserver(() => u.setSize({width: box.clientWidth, height: HEIGHT})).observe(box);
    const buttons = {previous: () => stepLate(-1), next: () => stepLate(1), left: () => move(-0.5), right: () => move(0.5), in: () => zoom(0.5), out: () => zoom(2), whole: all};
    for (const [id, act] of Object.entries(buttons)) {
      byId(id).addEventListener('click', act);
    }
    byId('previous').disabled = byId('next').disabled = late.length === 0;
    all();
    legend();
  }

  function legend() {
    byId('plot-legend').append(el('span', {}, swatch('var(--accent)', 'line'), 'frame time'),
      el('span', {}, swatch('var(--budget)', 'line'), 'budget'),
      el('span', {}, swatch('var(--rule)', 'line dashed'), 'late above ' + run.frames.rule));
    const kinds = new Set(late.map(f => f.causes[0]?.kind ?? 'unexplained'));
    for (const kind of kinds) {
      byId('plot-legend').append(el('span', {}, swatch(KINDS[kind], 'dot'), 'late: ' + kind));
    }
    if (run.faults.fired > 0) {
      byId('plot-legend').append(el('span', {}, swatch('var(--late)', 'line'), 'planted fault (ticks below)'));
    }
    const notes = [];
    if (step > 1) {
      notes.push(`Each column merges ${step} frames and shows the longest of them; late frames are marked each for itself. The line for late frames leaves the median out.`);
    }
    if (run.plot.missed > 0) {
      notes.push(`${frames(run.plot.missed)} are not shown: they were not kept.`);
    }
    byId('plot-note').textContent = notes.join(' ');
  }

  const longest = () => (max ?? us).reduce((a, b) => Math.max(a, b), 0) / 1e3;

  return {start, longest, showFrame, redraw: () => u.redraw(false)};
})();
