/** Whether the light editor is here to stay: Monaco does not work well under a thumb (docs/decisions/0043). */
export const staysLight = (): boolean => matchMedia('(pointer: coarse) and (max-width: 720px)').matches;
