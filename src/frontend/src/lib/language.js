// Vietnamese for everybody, whatever the browser says; English for who asks for it. The server remembers the
// choice in the same cookie when a page is opened with ?lang=en.

const COOKIE = 'TA-LANG';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The language of the page: what the page itself says, else what was chosen, else Vietnamese. */
export function pageLanguage() {
  const said = document.documentElement.dataset.lang;
  const chosen = document.cookie.split('; ').find(part => part.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return (said ?? chosen ?? 'vi').toLowerCase().startsWith('en') ? 'en' : 'vi';
}

/** Remembers the choice; who calls this loads the page again. */
export function chooseLanguage(lang) {
  document.cookie = `${COOKIE}=${lang}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
