/* What all parts of the page use: the run's data, words, colours and elements. */
const run = JSON.parse(document.getElementById('data').textContent);

const SPANS = {
    work: '#30A6FA',
    'guard wait': '#E67E00',
    hold: '#F5FF37',
    barrier: '#9D6192',
    permit: '#00F096',
    'I/O': '#5F7E63',
    upload: '#CEFFFF',
    swap: '#B7ACA7',
    pace: '#2A3350',
    other: '#4A4A55'
};
const KINDS = {
    work: SPANS.work,
    guard: SPANS['guard wait'],
    barrier: SPANS.barrier,
    permit: SPANS.permit,
    io: SPANS['I/O'],
    upload: SPANS.upload,
    gc: '#FF6B57',
    machine: '#C9A0FF',
    pace: '#56628C',
    swap: SPANS.swap,
    unexplained: '#8A93AE'
};
const HATCHED = ['guard wait', 'barrier', 'permit'];

const byId = id => document.getElementById(id);
const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const count = n => n.toLocaleString('en-US');
const ms = v =>
    v === 0 ? '0' : v < 0.0995 ? v.toFixed(3) : v < 9.995 ? v.toFixed(2) : v < 999.5 ? v.toFixed(1) : count(Math.round(v));
const seconds = (v, digits = 2) => v.toFixed(digits) + ' s';
/** A moment of the run: seconds, from two minutes on hours, minutes and seconds; -1 digits: as many as there are. */
function moment(s, digits) {
    if (s < 120) {
        return (digits < 0 ? String(+s.toFixed(4)) : s.toFixed(digits)) + ' s';
    }
    const whole = Math.floor(+s.toFixed(Math.max(0, digits))),
        two = v => String(v).padStart(2, '0');
    const fraction = digits > 0 ? (+s.toFixed(digits) - whole).toFixed(digits).slice(1) : '';
    const hours = Math.floor(whole / 3600),
        minutes = Math.floor(whole / 60) % 60;
    return (hours ? hours + ':' + two(minutes) : minutes) + ':' + two(whole % 60) + fraction;
}
const percent = v => (v === 0 ? '0 %' : v < 0.1 ? '<0.1 %' : v < 10 ? v.toFixed(1) + ' %' : Math.round(v) + ' %');
const frames = n => count(n) + (n === 1 ? ' frame' : ' frames');

function bytes(n) {
    const units = ['B', 'KiB', 'MiB', 'GiB'];
    let u = 0;
    for (; n >= 1024 && u < units.length - 1; u++) {
        n /= 1024;
    }
    return (u === 0 || n >= 100 ? Math.round(n) : n.toFixed(1)) + ' ' + units[u];
}

/** An element; children are elements or texts, which are never read as markup. */
function el(tag, attributes = {}, ...children) {
    const e = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (name === 'style' || name === 'onclick' || name === 'hidden') {
            name === 'style' ? (e.style.cssText = value) : (e[name] = value);
        } else {
            e.setAttribute(name, value);
        }
    }
    e.append(...children.filter(c => c !== null));
    return e;
}

const swatch = (colour, more = '') =>
    el('i', {
        class: 'swatch ' + more,
        style: more.includes('line') ? `border-color:${colour}` : `background-color:${colour}`
    });

/** A table; a column is [title, is it a number], a row its cells or {cells, kind}. The first cell names its row. */
function table(columns, rows) {
    const cell = (value, i) =>
        el(i === 0 ? 'th' : 'td', i === 0 ? {scope: 'row'} : columns[i][1] ? {class: 'n'} : {}, value);
    return el(
        'table',
        {},
        el(
            'thead',
            {},
            el('tr', {}, ...columns.map(c => el('th', c[1] ? {class: 'n', scope: 'col'} : {scope: 'col'}, c[0])))
        ),
        el('tbody', {}, ...rows.map(r => el('tr', r.kind ? {class: r.kind} : {}, ...(r.cells ?? r).map(cell))))
    );
}

/** Names and values, without titles. */
function pairs(rows) {
    return el(
        'table',
        {},
        el(
            'tbody',
            {},
            ...rows.map(([name, ...values]) =>
                el('tr', {}, el('th', {scope: 'row'}, name), ...values.map(v => el('td', {}, v)))
            )
        )
    );
}

const tip = {
    show(x, y, ...children) {
        const box = byId('tip');
        box.replaceChildren(...children);
        box.hidden = false;
        const {width, height} = box.getBoundingClientRect();
        box.style.left = Math.max(4, x + 16 + width > innerWidth ? x - width - 14 : x + 16) + 'px';
        box.style.top = Math.max(4, y + 16 + height > innerHeight ? y - height - 12 : y + 16) + 'px';
    },
    hide() {
        byId('tip').hidden = true;
    }
};

/** The late frames as objects, in order of time; those that nobody judged have no causes. */
const late = (() => {
    const names = run.late.names;
    const judged = run.late.frames.map(([frame, start, us, budget, complete, evidence, lane, clause, causes]) => ({
        frame,
        start,
        us,
        budget,
        judged: true,
        complete: complete === 1,
        evidence,
        lane: names[lane],
        clause,
        causes: causes.map(([who, kind, what, doing, ns, share, confidence, words]) => ({
            lane: names[who],
            kind: run.late.kinds[kind],
            what: names[what],
            doing: names[doing],
            us: ns,
            share,
            confidence,
            words: names[words]
        }))
    }));
    const others = run.late.unjudged.map(([frame, start, us, budget]) => ({
        frame,
        start,
        us,
        budget,
        judged: false,
        complete: false,
        evidence: -1,
        lane: '',
        clause: '',
        causes: []
    }));
    return [...judged, ...others].sort((a, b) => a.frame - b.frame);
})();
const lateByFrame = new Map(late.map(f => [f.frame, f]));

const why = f => (!f.judged ? 'no verdict' : f.causes.length === 0 ? 'nothing took longer than usual' : f.clause);
const colourOf = f => (f.causes.length > 0 ? KINDS[f.causes[0].kind] : KINDS.unexplained);
const keyOf = c => [c.lane, c.kind, c.what].join('\n');
