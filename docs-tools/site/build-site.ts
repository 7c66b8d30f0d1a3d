import Eleventy from '@11ty/eleventy';
import MarkdownIt from 'markdown-it';
import { playground } from '../markdown-it.js';
import { headingIds, headingsOf } from './headings.js';

export interface SiteOptions {
  /** The folder with the Markdown files. */
  readonly input: string;
  /** Where the site is written. */
  readonly output: string;
  /** The address of the built playground, with a slash at its end; relative to the page, or absolute. */
  readonly playground: string;
}

/** Builds a site of documentation with playgrounds. Raises what Eleventy raises, `PlaygroundError` among it. */
export async function buildSite({ input, output, playground: address }: SiteOptions): Promise<void> {
  const site = new Eleventy(input, output, {
    quietMode: true,
    configPath: false,
    config(config) {
      const md = new MarkdownIt({ html: true, typographer: true }).use(headingIds).use(playground);
      config.setLibrary('md', md);
      config.setTemplateFormats(['md']);
      config.addFilter('headings', headingsOf);
      config.addGlobalData('playground', address);
      config.addPassthroughCopy({ [`${input}/assets`]: 'assets' });
      // The texts are Markdown and nothing else: braces in code stay what they are.
      return { markdownTemplateEngine: false };
    },
  });
  // What is wrong is raised, and told once.
  site.disableLogger();
  await site.write();
}
