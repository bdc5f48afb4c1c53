/* Lanes, guards, roles and what the run was. */
function summary() {
    const f = run.frames,
        settings = Object.fromEntries(run.settings.map(([name, ...values]) => [name, values.join(' \u2192 ')]));
    const of = name => el('span', {}, name + ' ', el('b', {}, String(settings[name])));
    byId('setup').append(
        ...['topology', 'guard', 'granularity', 'hold', 'order', 'barrier', 'permits', 'seed'].map(of),
        ...run.faults.asked.map(f => el('span', {}, 'planted ', el('b', {}, f))),
        ...run.faults.live.map(f => el('span', {}, 'planted while it ran ', el('b', {}, f))),
        el('span', {}, el('b', {}, run.seconds.toFixed(1)), ' s'),
        el('span', {}, 'exit ', el('b', {}, String(run.exit))),
        el('span', {}, 'version ', run.version)
    );
    document.title = `Lockstep report: ${settings.topology}, ${f.late} late of ${f.count}`;
    byId('verdict').append(...verdict());
    const tile = (name, value, unit, bad) =>
        el(
            'div',
            bad ? {class: 'bad'} : {},
            el('dt', {}, name),
            el('dd', {}, value, unit ? el('small', {}, ' ' + unit) : null)
        );
    byId('tiles').append(
        tile('mean fps', f.fps.toFixed(1)),
        tile('p50', ms(f.p50), 'ms'),
        tile('p99', ms(f.p99), 'ms'),
        tile('p99.9', ms(f.p999), 'ms'),
        tile('longest', ms(run.plot.missed === 0 ? columns.longest : f.max), 'ms'),
        tile('late', f.notJudged === f.count ? 'not judged' : count(f.late), '', f.late > 0),
        tile('over budget', f.hasBudget ? count(f.overBudget) : 'no budget', f.hasBudget && f.count ? percent((100 * f.overBudget) / f.count) : '', f.overBudget > 0),
        tile('torn', count(f.torn), '', f.torn > 0),
        tile('lost updates', count(f.lost), '', f.lost > 0)
    );
}

/** Which frames the rule does not judge. */
function unjudged() {
    const f = run.frames;
    return f.hasBudget
        ? `${frames(f.notJudged)} could not be judged: the rule needs ${f.needs} before.`
        : 'Without a budget no frame is judged.';
}

/** How many frames were over budget. */
function overBudget() {
    const f = run.frames;
    return !f.hasBudget ? ' There was no budget.'
        : ` ${count(f.overBudget)} (${percent((100 * f.overBudget) / f.count)}) ${f.overBudget === 1 ? 'was' : 'were'} over budget: above ${f.overWords}.`;
}

/** The answer in a few sentences. */
function verdict() {
    const f = run.frames;
    if (f.count === 0) {
        return ['No frame was drawn.'];
    }
    return [...lateness(), overBudget()];
}

function lateness() {
    const f = run.frames, worst = list.totals()[0];
    if (f.late === 0) {
        return [f.notJudged === f.count ? `None of ${frames(f.count)} was judged.` : `None of ${frames(f.count)} was late: above ${f.rule}.`];
    }
    const part = `${frames(f.count)} (${percent((100 * f.late) / f.count)})`;
    const first = [el('strong', {}, count(f.late)), ` of ${part} ${f.late === 1 ? 'was' : 'were'} late. `];
    return worst
        ? [...first, 'The biggest culprit: ', el('b', {}, worst.words),
            `, ${ms(worst.ms)} ms above usual, first cause of ${frames(worst.frames)}.`]
        : [...first, 'What made them late was not recorded.'];
}

function lanes() {
    for (const lane of run.lanes) {
        const total = run.seconds * 1e3,
            spent = Object.entries(lane.spent),
            sum = spent.reduce((s, [, v]) => s + v, 0);
        const all = [...spent, ['other', Math.max(0, total - sum)]].filter(([, v]) => v > 0);
        const scale = 100 / Math.max(total, sum);
        const words = all.filter(([, v]) => v * scale >= 0.05).sort((a, b) => b[1] - a[1]);
        byId('lanes').append(
            el(
                'div',
                {class: 'lane'},
                el(
                    'div',
                    {class: 'name'},
                    lane.name,
                    el('small', {}, lane.roles.join(', ') + (lane.ended === 'joined' ? '' : ', ' + lane.ended))
                ),
                el(
                    'div',
                    {
                        class: 'stack',
                        role: 'img',
                        'aria-label': words.map(([k, v]) => `${k} ${percent(v * scale)}`).join(', ')
                    },
                    ...all.map(([kind, v]) =>
                        el('i', {
                            class: HATCHED.includes(kind) ? 'hatched' : '',
                            title: `${kind}: ${ms(v)} ms, ${percent(v * scale)}`,
                            style: `width:${v * scale}%;background-color:${SPANS[kind]}`
                        })
                    )
                ),
                el(
                    'div',
                    {class: 'figures'},
                    ...words.map(([kind, v]) =>
                        el(
                            'span',
                            {},
                            swatch(SPANS[kind], HATCHED.includes(kind) ? 'hatched' : ''),
                            kind,
                            el('b', {}, percent(v * scale))
                        )
                    )
                ),
                el(
                    'div',
                    {class: 'figures'},
                    el('span', {}, 'CPU', el('b', {}, seconds(lane.cpuSeconds))),
                    el('span', {}, 'allocated', el('b', {}, bytes(lane.allocated))),
                    el('span', {}, 'held guards for', el('b', {}, ms(lane.hold) + ' ms')),
                    el('span', {}, 'longest guard wait', el('b', {}, ms(lane.longestGuardWait) + ' ms'))
                )
            )
        );
    }
    byId('lanes').append(
        el(
            'p',
            {class: 'note'},
            "Work is a role's own time, waits and uploads taken off; other is what was not measured, such as starting up or standing at a safe point."
        )
    );
}

function guards() {
    const cells = (name, g) => [name, count(g.acquisitions), count(g.contended), ...g.wait.map(ms), ...g.hold.map(ms)];
    byId('guards').append(
        table(
            [
                ['guard, by whom'],
                ['acquisitions', true],
                ['contended', true],
                ['wait p50', true],
                ['p99', true],
                ['max', true],
                ['hold p50', true],
                ['p99', true],
                ['max', true]
            ],
            run.guards.flatMap(g => [
                {
                    kind: 'group',
                    cells: cells(
                        g.name +
                            (g.limit ? ' (a limit)' : '') +
                            (g.discarded ? ` (${count(g.discarded)} reads discarded)` : ''),
                        g
                    )
                },
                ...g.by.map(b => ({kind: 'by', cells: cells(b.name, b)}))
            ])
        )
    );
}

function roles() {
    byId('roles').append(
        table(
            [
                ['role'],
                ['lane'],
                ['runs', true],
                ['Hz', true],
                ['asked', true],
                ['work p50', true],
                ['p99', true],
                ['max ms', true],
                ['late runs', true],
                ['dropped ms', true]
            ],
            run.roles.map(r => [
                r.name,
                r.lane,
                count(r.runs),
                r.hz.toFixed(1),
                r.askedHz ? String(r.askedHz) : 'any',
                ...r.work.map(ms),
                count(r.lateRuns),
                ms(r.dropped)
            ])
        )
    );
}

function found() {
    const {races, deadlocks} = run;
    byId('found').hidden = races.count === 0 && deadlocks.length === 0;
    byId('found-list').append(
        ...races.found.map(r => el('p', {}, el('b', {}, r.region), `: ${r.first}, ${r.second}, and nothing orders the two`)),
        ...deadlocks.map(d => el('p', {}, el('b', {}, 'Deadlock'), ` (${d.resolved}): ${d.cycle.join('; ')}`))
    );
}

function statistics() {
    const value = s =>
        s.value === null
            ? 'none'
            : (Number.isInteger(s.value) ? count(s.value) : ms(s.value)) + (s.unit ? ' ' + s.unit : '');
    byId('statistics').append(
        table(
            [['figure'], ['value', true], ['definition']],
            run.statistics.map(s => [`${s.tool} ${s.name}`, value(s), s.definition])
        )
    );
}

function setup() {
    byId('settings').append(
        pairs(
            run.settings.map(([name, first, last]) => [
                name,
                last === undefined ? String(first) : `${first}, at the end ${last}`
            ])
        )
    );
    byId('machine').append(pairs(run.machine.map(([name, value]) => [name, String(value)])));
    const {overlayP50, overlayP99, threads} = run.costs;
    byId('costs').append(
        pairs([
            ['overlay, a frame', overlayP99 > 0 ? `p50 ${ms(overlayP50)} ms, p99 ${ms(overlayP99)} ms` : 'none was drawn'],
            ...threads.map(([name, cpu]) => [
                `thread ${name}`,
                `${cpu.toFixed(3)} s of CPU, ${percent((100 * cpu) / run.seconds)} of a core`
            ])
        ])
    );
    const {asked, fired, firings} = run.faults;
    byId('faults').append(
        ...(asked.length === 0
            ? [el('p', {class: 'note'}, 'None were planted.')]
            : [
                  ...asked.map(a => el('p', {}, el('code', {}, a))),
                  el(
                      'p',
                      {class: 'note'},
                      `Fired ${count(fired)} times` +
                          (fired > firings.length
                              ? `, of which ${count(firings.length)} are marked in the plot.`
                              : '; marked in the plot.')
                  )
              ])
    );
}
