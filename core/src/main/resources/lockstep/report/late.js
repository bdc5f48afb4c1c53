/* The late frames, each with what made it late, to be sorted and filtered by culprit. */
const list = (() => {
    const FIRST = 40,
        MORE = 100;
    let only = null,
        byTime = false,
        shown = FIRST;

    const main = f => (f.causes.length ? keyOf(f.causes[0]) : f.judged ? 'none' : 'unjudged');

    const chosen = () => {
        const some = only === null ? late : late.filter(f => main(f) === only);
        return byTime ? some : [...some].sort((a, b) => b.us - b.budget - (a.us - a.budget));
    };

    function draw() {
        const all = chosen();
        byId('late-list').replaceChildren(...all.slice(0, shown).map(row));
        byId('more').hidden = all.length <= shown;
        byId('late-count').textContent =
            late.length === 0
                ? 'No frame was late.'
                : `${count(Math.min(shown, all.length))} of ${count(all.length)} shown` +
                  (only === null ? '.' : `, of ${count(late.length)} in all.`);
    }

    function row(f) {
        const d = el(
            'details',
            {class: 'late', 'data-frame': f.frame, 'data-culprit': main(f)},
            el(
                'summary',
                {},
                el('span', {class: 'number'}, '#' + count(f.frame)),
                el('span', {class: 'number dim'}, moment((f.start + f.us) / 1e6, 2)),
                el('span', {class: 'number'}, ms(f.us / 1e3) + ' ms'),
                el('span', {class: 'number over'}, '+' + ms((f.us - f.budget) / 1e3) + ' ms'),
                el('span', {class: 'why culprit'}, swatch(colourOf(f), 'dot'), el('span', {}, why(f)))
            )
        );
        d.addEventListener('toggle', () => {
            if (d.open && !d.querySelector('.body')) {
                d.append(body(f));
            }
        });
        return d;
    }

    function body(f) {
        const parts = [];
        if (f.causes.length > 0) {
            const doing = f.causes.some(c => c.doing !== '');
            parts.push(
                el(
                    'div',
                    {class: 'wide'},
                    table(
                        [
                            ['cause'],
                            ['ms above usual', true],
                            ['share', true],
                            ['confidence', true],
                            ...(doing ? [['doing']] : [])
                        ],
                        f.causes.map(c => [
                            el('span', {class: 'culprit'}, swatch(KINDS[c.kind], 'dot'), c.words),
                            ms(c.us / 1e3),
                            percent(c.share),
                            percent(c.confidence),
                            ...(doing ? [c.doing] : [])
                        ])
                    )
                )
            );
        }
        if (f.evidence >= 0) {
            parts.push(timeline.of(f));
        } else if (f.judged) {
            parts.push(
                el(
                    'p',
                    {class: 'note'},
                    'What all lanes did meanwhile is kept for the worst and for the last late frames only.'
                )
            );
        }
        if (f.judged && !f.complete) {
            parts.push(el('p', {class: 'note'}, 'A lane had not told all it did when this was judged.'));
        }
        if (!f.judged) {
            parts.push(el('p', {class: 'note'}, 'Nothing was recorded that says what made this frame late.'));
        }
        parts.push(
            el(
                'button',
                {
                    type: 'button',
                    class: 'screen',
                    onclick: () => {
                        plot.showFrame(f);
                        byId('plot-title').scrollIntoView();
                        byId('plot').focus({preventScroll: true});
                    }
                },
                'Show in the plot'
            )
        );
        return el('div', {class: 'body'}, ...parts);
    }

    function chips() {
        const chip = (key, colour, words, figures) =>
            el(
                'button',
                {
                    type: 'button',
                    'aria-pressed': String(key === only),
                    'data-culprit': key ?? 'all',
                    onclick: () => {
                        only = key;
                        shown = FIRST;
                        chips();
                        draw();
                    }
                },
                ...(colour ? [swatch(colour, 'dot')] : []),
                words,
                el('small', {}, figures)
            );
        const sum = (key, colour, words, some) => (some.length ? [chip(key, colour, words, count(some.length))] : []);
        const focused = document.activeElement?.dataset?.culprit;
        byId('chips').replaceChildren(
            ...(late.length === 0
                ? []
                : [
                      chip(null, null, 'All', count(late.length)),
                      ...totals()
                          .filter(t => t.frames > 0)
                          .map(t => chip(keyOf(t), KINDS[t.kind], t.words, `${count(t.frames)} · ${ms(t.ms)} ms`)),
                      ...sum(
                          'none',
                          KINDS.unexplained,
                          'nothing in particular',
                          late.filter(f => f.judged && f.causes.length === 0)
                      ),
                      ...sum(
                          'unjudged',
                          KINDS.unexplained,
                          'no verdict',
                          late.filter(f => !f.judged)
                      )
                  ])
        );
        if (focused) {
            [...byId('chips').children].find(c => c.dataset.culprit === focused)?.focus();
        }
    }

    function order(time) {
        byTime = time;
        byId('by-time').setAttribute('aria-pressed', String(time));
        byId('by-badness').setAttribute('aria-pressed', String(!time));
        draw();
    }

    /** What each culprit did in the whole run, the biggest first. */
    const totals = () =>
        run.late.culprits.map(([lane, kind, what, n, msTotal, words]) => ({
            lane: run.late.names[lane],
            kind: run.late.kinds[kind],
            what: run.late.names[what],
            frames: n,
            ms: msTotal,
            words: run.late.names[words]
        }));

    /** Opens a late frame's row, whatever is filtered. */
    function open(f) {
        if (!chosen().includes(f)) {
            only = null;
            chips();
        }
        shown = Math.max(shown, chosen().indexOf(f) + 1);
        draw();
        const d = byId('late-list').querySelector(`[data-frame="${f.frame}"]`);
        d.open = true;
        d.scrollIntoView({block: 'nearest'});
        d.firstChild.focus({preventScroll: true});
    }

    function start() {
        byId('by-badness').addEventListener('click', () => order(false));
        byId('by-time').addEventListener('click', () => order(true));
        byId('more').addEventListener('click', () => {
            shown += MORE;
            draw();
        });
        if (run.evidence.length > 0) {
            byId('span-legend').append(
                ...Object.keys(SPANS)
                    .filter(k => k !== 'other')
                    .map(k =>
                        el('span', {}, swatch(SPANS[k], HATCHED.includes(k) ? 'hatched' : k === 'hold' ? 'strip' : ''), k)
                    ),
                el('span', {}, 'line from swap to swap: the critical path, coloured by cause')
            );
        }
        if (totals().length > 0) {
            const most = Math.max(...totals().map(t => t.ms));
            byId('culprits').append(
                el('h3', {}, 'Culprits of the whole run'),
                el(
                    'div',
                    {class: 'wide'},
                    table(
                        [['culprit'], ['first cause of', true], ['ms above usual', true], ['']],
                        totals().map(t => [
                            el('span', {class: 'culprit'}, swatch(KINDS[t.kind], 'dot'), t.words),
                            frames(t.frames),
                            ms(t.ms),
                            el('span', {class: 'share'}, el('i', {style: `width:${((100 * t.ms) / most).toFixed(1)}%`}))
                        ])
                    )
                )
            );
        }
        chips();
        draw();
    }

    return {start, open, totals};
})();
