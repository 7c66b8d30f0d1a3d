/** Whether keys bear the names of a Mac. */
export const mac: boolean = /^Mac/.test(globalThis.navigator?.platform ?? '');
