/** Return a function that calls `act` in the next frame of the screen, once however often asked. */
export function oncePerFrame(
  act: () => void,
  nextFrame: (callback: () => void) => unknown = (callback) => requestAnimationFrame(callback),
): () => void {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    nextFrame(() => {
      waits = false;
      act();
    });
  };
}
