// Before the first paint, so that a chosen theme never flashes. A file, because no inline script runs.
try {
  const chosen = localStorage.getItem("trading-pro.theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be forbidden: the system's theme stands.
}
