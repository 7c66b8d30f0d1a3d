export * from '../../model/texts.js';
