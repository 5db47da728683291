// The plugins are bundled with the rest of the browser side; Tasklist only takes scripts from its own folder.
export {default} from '/assets/tasklist.js';
