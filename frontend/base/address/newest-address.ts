/** What of a browser's window keeps the address. */
export interface AddressKeeper {
  readonly history: Pick<History, "pushState" | "replaceState">;
  readonly location: Pick<Location, "href">;
  addEventListener(type: "popstate", listener: () => void): void;
}

/**
 * Keeps the newest address. Next's router writes the address of each state that it shows; where a newer one is on its way, the older would
 * stand in the address for a moment, and whatever is written then (a chosen line, an opened panel) would be written onto it: what was chosen
 * in between would be lost. Has to be called after the router has put its own functions in the place of the browser's.
 */
export function keepNewestAddress({ history, location, addEventListener }: AddressKeeper): void {
  /** From what the router shows to what was written last; empty where these are the same. */
  let onTheWay: string[] = [];
  const hrefOf = (url: string | URL) => new URL(url, location.href).href;
  const wrote = (href: string) => {
    if (onTheWay.length === 0) onTheWay.push(location.href);
    onTheWay.push(href);
  };

  const push = history.pushState.bind(history);
  const replace = history.replaceState.bind(history);
  history.pushState = (data, unused, url) => {
    if (isRouters(data)) onTheWay = [];
    else if (url) wrote(hrefOf(url));
    push(data, unused, url);
  };
  history.replaceState = (data, unused, url) => {
    if (!isRouters(data)) {
      if (url) wrote(hrefOf(url));
      return replace(data, unused, url);
    }
    const shown = url ? onTheWay.indexOf(hrefOf(url)) : -1;
    const newest = onTheWay.at(-1);
    // Not one of ours: it leads somewhere else.
    onTheWay = shown < 0 || shown === onTheWay.length - 1 ? [] : onTheWay.slice(shown);
    replace(data, unused, onTheWay.length > 0 ? newest : url);
  };
  // Back and forward lead to what the router has yet to show, as a write does.
  addEventListener("popstate", () => {
    if (onTheWay.length > 0) onTheWay.push(location.href);
  });
}

/** The router marks the states that it writes. */
const isRouters = (data: unknown): boolean => typeof data === "object" && data !== null && "__NA" in data;
