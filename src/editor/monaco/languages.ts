import { languages } from 'monaco-editor/editor';
import 'monaco-editor/languages/definitions/typescript/register';
import 'monaco-editor/languages/definitions/yaml/register';
import type { FileId } from '../editor-port.js';
import { tokenizers } from '../highlight.js';
import type { Tokenizer } from '../tokens.js';

export const languageOf: Readonly<Record<FileId, string>> = { process: 'typescript', data: 'yaml', protocol: 'yaml', bench: 'yaml' };

/** What is open at the beginning of a line. */
class LineState implements languages.IState {
  readonly state: string;

  constructor(state: string) {
    this.state = state;
  }

  clone(): LineState {
    return this;
  }

  equals(other: languages.IState): boolean {
    return other instanceof LineState && other.state === this.state;
  }
}

/** Monaco colours with the tokenizers of the light editor, so that the take-over changes no colour. */
function tokensProvider(tokenize: Tokenizer): languages.TokensProvider {
  return {
    getInitialState: () => new LineState(''),
    tokenize(line, state) {
      const { tokens, end } = tokenize(line, state instanceof LineState ? state.state : '');
      let startIndex = 0;
      const result = tokens.map(({ kind, text }) => {
        const token = { startIndex, scopes: kind };
        startIndex += text.length;
        return token;
      });
      return { tokens: result, endState: new LineState(end) };
    },
  };
}

for (const file of ['process', 'data'] as const) languages.setTokensProvider(languageOf[file], tokensProvider(tokenizers[file]));
