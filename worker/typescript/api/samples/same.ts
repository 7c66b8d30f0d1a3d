/** Whether two types are the same, for the samples: `same<A, B>(true)` does not compile when they differ. */
export function same<A, B>(_answer: (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false): void {}
