// Bundled with the rest of the browser side; Camunda's applications only take scripts from their own folder.
export {default} from '/assets/home.js';
