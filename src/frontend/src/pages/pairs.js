// Shows on two diagrams which activity of the one continues in which of the other:
//
//   <div class="ta-diagram" data-pairs="table" data-side="old" data-xml-url="..">, another with data-side="new"
//   <table id="table"> with rows data-from="id" that hold a select of the other side's ids
//
// What is chosen in a row is marked on both sides; a click on an activity finds its row. The table alone says the same.
const drawn = new Map();

/** Adds a diagram that was drawn. */
export function joinPairs(host, viewer) {
  const table = document.getElementById(host.dataset.pairs);
  drawn.set(host.dataset.side, viewer);
  viewer.get('eventBus').on('element.click', ({element}) => {
    const row = rowOf(table, host.dataset.side, element.id);
    if (row) {
      choose(table, row);
      row.scrollIntoView({block: 'nearest'});
      row.querySelector('select')?.focus({preventScroll: true});
    }
  });
  if (drawn.size === 1) {
    for (const event of ['focusin', 'change', 'click']) {
      table.addEventListener(event, ({target}) => {
        const row = target.closest('tr[data-from]');
        if (row) {
          choose(table, row);
        }
      });
    }
  }
}

function rowOf(table, side, id) {
  const rows = [...table.querySelectorAll('tr[data-from]')];
  return rows.find(row => (side === 'old' ? row.dataset.from : row.querySelector('select')?.value) === id);
}

function choose(table, row) {
  table.querySelectorAll('tr.ta-selected').forEach(other => other.classList.remove('ta-selected'));
  row.classList.add('ta-selected');
  mark('old', row.dataset.from);
  mark('new', row.querySelector('select')?.value);
}

function mark(side, id) {
  const viewer = drawn.get(side);
  if (!viewer) {
    return;
  }
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  registry.forEach(element => canvas.hasMarker(element.id, 'ta-pair') && canvas.removeMarker(element.id, 'ta-pair'));
  if (id && registry.get(id)) {
    canvas.addMarker(id, 'ta-pair');
    show(canvas, registry.get(id));
  }
}

/** Near enough to be read, in the middle. */
function show(canvas, element) {
  const {x, y, width = 0, height = 0} = element;
  canvas.zoom(Math.max(canvas.zoom(), 0.55), {x: 0, y: 0});
  const box = canvas.viewbox();
  canvas.viewbox({
    x: x + width / 2 - box.width / 2,
    y: y + height / 2 - box.height / 2,
    width: box.width,
    height: box.height
  });
}
