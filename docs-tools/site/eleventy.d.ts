/** What is used of Eleventy, which comes without types of its own. */
declare module '@11ty/eleventy' {
  import type MarkdownIt from 'markdown-it';

  export interface UserConfig {
    setLibrary(language: 'md', library: MarkdownIt): void;
    addFilter(name: string, filter: (value: string) => unknown): void;
    addPassthroughCopy(from: Readonly<Record<string, string>>): void;
    addGlobalData(name: string, value: unknown): void;
    setTemplateFormats(formats: readonly string[]): void;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { readonly quietMode?: boolean; readonly configPath?: string | false; readonly config?: (config: UserConfig) => unknown },
    );
    /** Prints nothing, neither what is written nor what is wrong. */
    disableLogger(): void;
    /** Builds the whole site. Raises what is wrong. */
    write(): Promise<unknown>;
  }
}
