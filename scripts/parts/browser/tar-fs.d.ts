/** The one function of tar-fs that is used: a stream that unpacks the archive written to it into a folder. */
declare module 'tar-fs' {
  import type { Writable } from 'node:stream';
  const tar: { extract(folder: string): Writable };
  export default tar;
}
