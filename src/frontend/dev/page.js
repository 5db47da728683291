import {mount} from '/assets/frame.js';

const asked = new URLSearchParams(location.search);
document.body.classList.toggle('wide', asked.has('procedure'));
mount(document.getElementById('frame'), {
  taskId: asked.get('task') ?? undefined,
  processDefinitionId: asked.has('procedure') ? `${asked.get('procedure')}:1:abc` : undefined,
  lang: asked.get('lang') ?? 'vi',
  done: result => { document.title = 'done'; document.getElementById('frame').textContent = `done ${JSON.stringify(result)}`; },
  refresh: result => console.log('refresh', result)
});
