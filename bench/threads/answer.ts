/** What a module that is run by `inChromium` or `inNode` calls, once: takes the order and sends the result back. */
export function answer<Order>(work: (order: Order) => Promise<unknown>): void {
  const scope = globalThis as unknown as {
    onmessage: ((event: { readonly data: Order }) => void) | null;
    postMessage(message: unknown): void;
  };
  scope.onmessage = ({ data }) => {
    // A failure has to leave the worker as an error event, which a rejected promise is not.
    work(data).then(
      (result) => scope.postMessage(result),
      (error: unknown) =>
        setTimeout(() => {
          throw error;
        }),
    );
  };
}
