/** The page's few icons: 18 px, 1.5 px lines, always beside a name. */
const PATHS = {
  back: 'M13 4 6 9l7 5z M4 4v10',
  forward: 'm5 4 7 5-7 5z M14 4v10',
  theme: 'M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3z',
  full: 'M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4',
  leave: 'M7 3v4H3M15 7h-4V3M11 15v-4h4M3 11h4v4',
  up: 'm4 11 5-5 5 5',
  down: 'm4 7 5 5 5-5',
  close: 'M4.5 4.5l9 9M13.5 4.5l-9 9',
  share: 'M9 11.5V2.5M5.8 5.5 9 2.5l3.2 3M4 8.5v6.5h10V8.5',
  keys: 'M2.5 5h13v8.5h-13zM5 8h.01M8 8h.01M11 8h.01M13.4 8h.01M6 11h6',
  dice: 'M3.5 3.5h11v11h-11zM6.5 6.5h.01M11.5 6.5h.01M9 9h.01M6.5 11.5h.01M11.5 11.5h.01',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 18 18" aria-hidden="true">
      <path d={PATHS[name]} />
      {name === 'theme' && <path d="M9 3v12A6 6 0 0 0 9 3" className="solid" />}
    </svg>
  );
}

export function PlayIcon({ playing }: { playing: boolean }) {
  return (
    <svg className="icon play" viewBox="0 0 24 24" aria-hidden="true">
      <path d={playing ? 'M7 5h3.6v14H7zM13.4 5H17v14h-3.6z' : 'M7 4.5v15l13-7.5z'} />
    </svg>
  );
}
