/** Which version of the playground this is: that of `package.json`, which is not part of the page. */
export const version = '0.1.0';
