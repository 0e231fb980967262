/* On a page that shows a timeline: turns each link of class “dateline-embed” into a frame as tall as what is in it. */
(() => {
  "use strict";
  const LEAST = 120, MOST = 30000;
  for (const place of document.querySelectorAll(".dateline-embed[data-frame]:not([data-ready])")) {
    let address;
    try { address = new URL(place.dataset.frame, location.href); } catch { continue; }
    if (address.protocol !== "https:" && address.protocol !== "http:") continue;
    place.dataset.ready = "";
    const frame = document.createElement("iframe");
    frame.src = address.href;
    frame.title = place.textContent.trim();
    frame.width = "100%";
    frame.height = "600";
    frame.loading = "lazy";
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    frame.style.border = "0";
    addEventListener("message", (event) => {
      if (event.source !== frame.contentWindow) return;
      const height = event.data && event.data.sentinel === "amp" ? event.data.height : undefined;
      if (Number.isInteger(height)) frame.height = String(Math.min(Math.max(height, LEAST), MOST));
    });
    place.replaceChildren(frame);
  }
})();
