/** Prose files as components. */
declare module '*.mdx' {
  import type { MDXContent } from 'mdx/types';
  const Prose: MDXContent;
  export default Prose;
}
