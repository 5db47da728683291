// The plugins are bundled with the rest of the browser side; Tasklist only takes scripts from its own folder.
import plugins from '/assets/tasklist.js';

// Tasklist lists the newest task first; offices work by the limit. Whoever chooses another order keeps it.
const [path, search = ''] = location.hash.slice(1).split('?');
const wanted = new URLSearchParams(search);
if (!wanted.has('sorting') && (path === '' || path === '/')) {
  wanted.set('sorting', JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]));
  history.replaceState(null, '', '#/?' + wanted);
}

// Some labels are written once and never again: on a slow line they would show keys instead of words, unless the
// page waits for the words.
window.angular.module('ngRoute').config(['$routeProvider', routes => {
  const when = routes.when.bind(routes);
  routes.when = (at, route) => when(at, 'redirectTo' in route ? route
    : {...route, resolve: {...route.resolve, words: ['$translate', words => words.onReady()]}});
}]);

export default plugins;
