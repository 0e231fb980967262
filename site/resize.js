/* In the frame: tells the page around it how tall the timeline is, in the dialects that publishing systems listen to.
   Only a height is ever sent, and nothing is listened to. */
(() => {
  "use strict";
  if (parent === window) return;
  const asked = new URLSearchParams(location.search).get("childId");
  const own = location.pathname.split("/").filter(Boolean).slice(-3).join("/");
  let last = 0;
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    const send = (message) => parent.postMessage(message, "*");
    if (asked) send(["pym", asked, "height", height].join("xPYMx"));
    send({ "datawrapper-height": { [own]: height } });
    send({ sentinel: "amp", type: "embed-size", height });
    send(JSON.stringify({ sender: "Flourish", context: "iframe.resize", method: "resize", src: location.href, height }));
  };
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("load", tell);
})();
