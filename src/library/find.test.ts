import { describe, expect, it } from 'vitest';
import { anything, counted, find } from './find.js';

const rinse = { id: 'rinse', topics: ['Devices', 'Pausing'], devices: ['pump', 'channel'], words: ['Rinse', 'am.quantity', '400 µl/min'] };
const mail = { id: 'mail', topics: ['Mail'], devices: ['mail'], words: ['E-mail', 'context.sendLocation', 'Sending a mail once'] };
const all = [rinse, mail];
const ids = (typed: string, topic = '', device = '') => find(all, { typed, topic, device }).map(({ id }) => id);

describe('the search of the gallery', () => {
  it('finds everything while nothing is wanted', () => {
    expect(find(all, anything)).toEqual(all);
    expect(ids('   ')).toEqual(['rinse', 'mail']);
  });

  it('finds what has every word somewhere, in any order, however it is written', () => {
    expect(ids('once MAIL')).toEqual(['mail']);
    expect(ids('once rinse')).toEqual([]);
    expect(ids('quantit')).toEqual(['rinse']);
  });

  it('finds names of the API as Python has them, and as one calls them', () => {
    expect(ids('send_location')).toEqual(['mail']);
    expect(ids('sendLocation()')).toEqual(['mail']);
  });

  it('finds a micro sign by u', () => {
    expect(ids('400 ul/min')).toEqual(['rinse']);
    expect(ids('μl')).toEqual(['rinse']);
  });

  it('is narrowed by a topic and a device', () => {
    expect(ids('', 'Pausing')).toEqual(['rinse']);
    expect(ids('', '', 'mail')).toEqual(['mail']);
    expect(ids('', 'Pausing', 'mail')).toEqual([]);
    expect(ids('mail', 'Pausing')).toEqual([]);
  });

  it('takes signs that mean something elsewhere for themselves', () => {
    expect(ids('.*')).toEqual([]);
    expect(ids('\\')).toEqual([]);
  });
});

describe('the values to choose from', () => {
  it('stand in their order with how many have them, and others behind; none that nobody has', () => {
    expect(counted(all, ({ topics }) => topics, ['Pausing', 'Jumping', 'Devices'])).toEqual([
      { value: 'Pausing', count: 1 },
      { value: 'Devices', count: 1 },
      { value: 'Mail', count: 1 },
    ]);
  });
});
