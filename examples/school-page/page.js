const screen = document.querySelector('#hall');
const state = document.querySelector('#state');

screen.addEventListener('scenechange', ({ detail: { scene } }) => {
  screen.classList.toggle('has-alert', scene.kind === 'alert');
});

screen.addEventListener('status', ({ detail: { connection } }) => {
  state.textContent =
    connection === 'offline' ? 'The school cannot be reached: last known.' : 'Up to date.';
});

document.querySelector('#refresh').addEventListener('click', () => screen.refresh());
