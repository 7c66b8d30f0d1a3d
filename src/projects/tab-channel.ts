/** What one tab tells the others: a project has changed, or there is one less or one more. */
export interface ProjectNews {
  readonly id: string;
}

/** The way to the other tabs of the browser. */
export interface TabChannel {
  post(news: ProjectNews): void;
  /** Calls back for news of other tabs. Returns how to stop. */
  listen(heard: (news: ProjectNews) => void): () => void;
}

const name = 'process-playground.projects';

/** The browser's own. Where there is none, a tab learns of others when it writes itself. */
export function browserChannel(): TabChannel {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  return {
    post: (news) => channel?.postMessage(news),
    listen(heard) {
      const listener = ({ data }: MessageEvent<unknown>): void => {
        if (typeof data !== 'object' || data === null || !('id' in data)) return;
        if (typeof data.id === 'string') heard({ id: data.id });
      };
      channel?.addEventListener('message', listener);
      return () => channel?.removeEventListener('message', listener);
    },
  };
}
