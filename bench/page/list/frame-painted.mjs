/* global requestAnimationFrame */
/**
 * Resolves after the next frame has been painted, to what a function answers just before: what is in
 * the document by then is in that frame.
 */
export function framePainted(answer = () => undefined) {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const answered = answer();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(answered);
      };
      port2.postMessage(0);
    });
  });
}
