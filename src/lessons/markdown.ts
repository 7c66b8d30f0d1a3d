import { lexer, type Token, type Tokens } from 'marked';

/** A piece of a line. HTML is a text like any other: nothing of a lesson becomes markup that is not one of these. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'strong' | 'em' | 'del'; readonly content: readonly Inline[] }
  | { readonly type: 'break' }
  | { readonly type: 'link'; readonly target: LinkTarget; readonly content: readonly Inline[] }
  /** A picture of a part of the page. */
  | { readonly type: 'part'; readonly name: string; readonly alt: string };

export type LinkTarget = { readonly type: 'lesson' | 'example'; readonly id: string } | { readonly type: 'page'; readonly address: string };

export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly content: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly type: 'code'; readonly language: string; readonly text: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'quote'; readonly content: readonly Block[] }
  | { readonly type: 'table'; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly type: 'rule' };

/** Reads Markdown into what is drawn of it. Whatever it does not know stands there as text. */
export function readMarkdown(text: string): readonly Block[] {
  return blocks(lexer(text));
}

function blocks(tokens: readonly Token[]): readonly Block[] {
  return tokens.flatMap((token) => block(token) ?? []);
}

function block(token: Token): Block | null {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      return { type: 'heading', level: (token as Tokens.Heading).depth, content: inlines(token) };
    case 'paragraph':
      return { type: 'paragraph', content: inlines(token) };
    // The line of an item of a list, without a paragraph around it.
    case 'text':
      return {
        type: 'paragraph',
        content: 'tokens' in token ? inlines(token) : [{ type: 'text', text: written((token as Tokens.Text).text) }],
      };
    case 'code': {
      const { lang = '', text } = token as Tokens.Code;
      return { type: 'code', language: lang.split(' ', 1)[0] ?? '', text };
    }
    case 'list': {
      const { ordered, start, items } = token as Tokens.List;
      return { type: 'list', ordered, start: start === '' ? 1 : start, items: items.map(({ tokens }) => blocks(tokens)) };
    }
    case 'blockquote':
      return { type: 'quote', content: blocks((token as Tokens.Blockquote).tokens) };
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return { type: 'table', head: header.map(inlines), rows: rows.map((row) => row.map(inlines)) };
    }
    case 'hr':
      return { type: 'rule' };
    default:
      return { type: 'paragraph', content: [{ type: 'text', text: token.raw.trim() }] };
  }
}

function inlines({ tokens = [] }: { readonly tokens?: readonly Token[] | undefined }): readonly Inline[] {
  return tokens.map(inline);
}

function inline(token: Token): Inline {
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return { type: token.type, content: inlines(token as Tokens.Strong) };
    case 'codespan':
      return { type: 'code', text: (token as Tokens.Codespan).text };
    case 'br':
      return { type: 'break' };
    case 'escape':
      return { type: 'text', text: written((token as Tokens.Escape).text) };
    case 'link': {
      const { href } = token as Tokens.Link;
      const target = targetOf(href);
      return target === null ? { type: 'text', text: token.raw } : { type: 'link', target, content: inlines(token as Tokens.Link) };
    }
    case 'image': {
      const { href, text } = token as Tokens.Image;
      return href.startsWith('part:')
        ? { type: 'part', name: href.slice('part:'.length), alt: written(text) }
        : { type: 'text', text: written(text) };
    }
    case 'text':
      return { type: 'text', text: written((token as Tokens.Text).text) };
    default:
      return { type: 'text', text: token.raw };
  }
}

/** Where a link leads; `null`: nowhere that a lesson may lead to. */
function targetOf(href: string): LinkTarget | null {
  const [, type, id] = /^(lesson|example):([a-z0-9-]+)$/.exec(href) ?? [];
  if (id !== undefined) return { type: type as 'lesson' | 'example', id };
  return href.startsWith('https://') ? { type: 'page', address: href } : null;
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** Signs may be written as in HTML; the parser leaves that to whoever makes HTML of it. In code they stand for themselves. */
const written = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name]!).replaceAll('\n', ' ');

/** Every inline piece of a text, however deep. */
export function inlinesOf(content: readonly Block[]): readonly Inline[] {
  return content.flatMap((block): readonly Inline[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return block.content.flatMap(withInner);
      case 'list':
        return block.items.flatMap(inlinesOf);
      case 'quote':
        return inlinesOf(block.content);
      case 'table':
        return [...block.head, ...block.rows.flat()].flatMap((cell) => cell.flatMap(withInner));
      default:
        return [];
    }
  });
}

const withInner = (piece: Inline): readonly Inline[] => ('content' in piece ? [piece, ...piece.content.flatMap(withInner)] : [piece]);
