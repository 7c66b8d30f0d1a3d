import { answer } from '../threads/answer.js';
import { type Group, groups } from './engines.js';
import { study } from './study.js';

answer(({ group, rounds }: { readonly group: Group; readonly rounds: number }) => study(groups[group], rounds));
