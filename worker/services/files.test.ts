import { describe, expect, it } from 'vitest';
import { FileNotFoundError, OSError } from './errors.js';
import { fileLimits } from './file-store.js';
import { ServicesBed } from './services-bed.js';
import { decodeUtf8, encodeUtf8 } from './utf8.js';

function setUp() {
  const bed = new ServicesBed();
  const { files, blocking } = bed.services;
  return { bed, files, blocking: blocking.files, list: () => bed.services.view().files.list };
}

describe('the files of a run', () => {
  it('are written, extended and read, and each call takes its time', () => {
    const { bed, files } = setUp();
    const text = bed.result(function* () {
      yield files.write('results.csv', 'a,b\n');
      yield files.append('results.csv', '1,µ\n');
      return (yield files.read('results.csv')) as string;
    });
    expect(text).toBe('a,b\n1,µ\n');
    expect(bed.events).toEqual([
      [1, { event: 'service', service: 'files', type: 'written', about: 'results.csv', size: 4 }],
      [2, { event: 'service', service: 'files', type: 'appended', about: 'results.csv', size: 9 }],
    ]);
    expect(bed.milliseconds).toBe(3);
  });

  it('take longer when they are large', () => {
    const { bed, files } = setUp();
    files.write('image.png', new Uint8Array(1_000_000));
    bed.run();
    expect(bed.milliseconds).toBe(11);
  });

  it('are listed by folder, with size and times', () => {
    const { bed, files } = setUp();
    const all = bed.result(function* () {
      yield files.write('b.txt', 'b');
      yield files.write('/runs//1/a.txt', 'a');
      yield files.append('b.txt', 'b');
      return [yield files.list(), yield files.list('runs'), yield files.exists('runs/1/a.txt'), yield files.exists('a.txt')];
    });
    expect(all).toEqual([
      [
        { path: 'b.txt', size: 2, created: 0.001, modified: 0.003 },
        { path: 'runs/1/a.txt', size: 1, created: 0.002, modified: 0.002 },
      ],
      [{ path: 'runs/1/a.txt', size: 1, created: 0.002, modified: 0.002 }],
      true,
      false,
    ]);
  });

  it('can be removed', () => {
    const { bed, files, list } = setUp();
    bed.result(function* () {
      yield files.write('a', '');
      yield files.remove('a');
    });
    expect(list()).toEqual([]);
    expect(() => bed.result(() => waited(files.remove('a')))).toThrow(FileNotFoundError);
  });

  it('keep bytes as they were when they were handed over', () => {
    const { bed, files } = setUp();
    const bytes = Uint8Array.of(0, 255, 128);
    files.write('raw', bytes);
    bytes.fill(1);
    bed.run();
    expect(bed.result(() => waited(files.readBytes('raw')))).toEqual(Uint8Array.of(0, 255, 128));
    expect(() => bed.result(() => waited(files.read('raw')))).toThrow("'raw' is not text in UTF-8");
  });

  it('say which files there are when one is missing', () => {
    const { bed, files } = setUp();
    expect(() => bed.result(() => waited(files.read('x')))).toThrow("There is no file 'x'. There are no files yet.");
    bed.result(() => waited(files.write('y', '')));
    expect(() => bed.result(() => waited(files.read('x')))).toThrow("There is no file 'x'. There are: y.");
  });

  it.each([
    ['', 'names no file'],
    ['../x', "without '..'"],
    ['a\u0000b', 'no file name may have'],
    ['x'.repeat(201), 'too long'],
  ])('refuse the path %j', (path, message) => {
    const { bed, files } = setUp();
    expect(() => bed.result(() => waited(files.write(path, 'x')))).toThrow(message);
  });

  it('keep files and folders apart', () => {
    const { bed, files } = setUp();
    bed.result(() => waited(files.write('runs/a', '')));
    expect(() => bed.result(() => waited(files.write('runs', '')))).toThrow("'runs' is a folder: it holds 'runs/a'.");
    expect(() => bed.result(() => waited(files.write('runs/a/b', '')))).toThrow("'runs/a' is a file, so 'runs/a/b' cannot be in it.");
  });

  it('hold 16 MB together, and say so', () => {
    const { bed, files } = setUp();
    const half = new Uint8Array(fileLimits.bytes / 2);
    bed.result(function* () {
      yield files.write('a', half);
      yield files.write('b', half);
      // In its own place there is room.
      yield files.write('b', half);
    });
    expect(() => bed.result(() => waited(files.append('b', 'x')))).toThrow(OSError);
    expect(() => bed.result(() => waited(files.append('b', 'x')))).toThrow(/more than 16 MB, which is the most\. Remove some\./);
  });

  it('are not written when that is cancelled before its time', () => {
    const { bed, files, list } = setUp();
    const write = files.write('big', new Uint8Array(1_000_000));
    bed.at(5, () => write.cancel());
    bed.run();
    expect(write.cancelled).toBe(true);
    expect(list()).toEqual([]);
    expect(bed.loop.clock.size).toBe(0);
  });
});

describe('the files of a run, from a thread', () => {
  it('take their time one after the other, and show when it has come', () => {
    const { bed, blocking, list } = setUp();
    const seen: (readonly string[])[] = [];
    for (const milliseconds of [0.5, 1.5, 2.5]) bed.at(milliseconds, () => seen.push(list().map(({ path, size }) => `${path} ${size}`)));
    const text = bed.thread(() => {
      blocking.write('a', 'x');
      blocking.append('a', 'y');
      return blocking.read('a');
    });
    expect(list()).toEqual([]);
    bed.run();
    expect(seen).toEqual([[], ['a 1'], ['a 2']]);
    expect(text.result()).toBe('xy');
    expect(bed.events.map(([at]) => at)).toEqual([1, 2]);
  });

  it('are not seen ahead of time by anybody else', () => {
    const { bed, blocking, files } = setUp();
    bed.thread(() => {
      for (let count = 0; count < 5; count++) blocking.write(`${count}`, '');
    });
    const there = bed.result(() => waited(files.exists('4')));
    expect(there).toBe(false);
    expect(bed.result(() => waited(files.exists('4')))).toBe(true);
  });

  it('keep what others have written meanwhile', () => {
    const { bed, blocking, files } = setUp();
    const thread = bed.thread(() => {
      for (let count = 0; count < 3; count++) blocking.append('log', 't');
    });
    bed.at(1.1, () => files.append('log', 'L'));
    bed.run();
    expect(thread.done).toBe(true);
    expect(bed.result(() => waited(files.read('log')))).toBe('ttLt');
  });

  it('keep everything waiting when called outside of one', () => {
    const { bed, blocking } = setUp();
    blocking.write('a', new Uint8Array(2_000_000));
    expect(bed.log).toEqual(['blocked 0.021 s by writing a@21']);
  });
});

describe('UTF-8', () => {
  it.each(['', 'plain', 'µl → 37 °C', '🧪 lab', 'é'.repeat(5000)])('goes there and back: %.20s', (text) => {
    expect(encodeUtf8(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)));
    expect(decodeUtf8(encodeUtf8(text))).toBe(text);
  });

  it('makes half a pair of surrogates a mark, and takes no bytes that are none', () => {
    expect(encodeUtf8('\ud800x')).toEqual(new Uint8Array(new TextEncoder().encode('\ud800x')));
    for (const bytes of [[0x80], [0xc0, 0x80], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xff]])
      expect(decodeUtf8(Uint8Array.from(bytes))).toBeNull();
  });
});

function* waited<T>(awaitable: PromiseLike<T>): Generator<unknown, T, unknown> {
  return (yield awaitable) as T;
}
