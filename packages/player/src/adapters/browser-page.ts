/** The origin that the page came from, such as `https://board.example.org`. */
export function pageOrigin(): string {
  return location.origin;
}

/** The id of the page's build, where it has one. */
export function pageBuild(): string | undefined {
  return document.documentElement.dataset.build;
}

/** The language of the browser, as a BCP 47 tag. */
export function pageLanguage(): string {
  return navigator.language;
}
