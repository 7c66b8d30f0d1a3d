export const openMonaco = (): never => {
  throw new Error('not yet');
};
