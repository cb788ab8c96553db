/** Marks, in the contents beside the text, the section that is being read. */
export function followSections(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
  const headings = links.flatMap(({ hash }) => document.getElementById(hash.slice(1)) ?? []);

  const mark = (): void => {
    const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
    const isAtEnd = scrollTop > 0 && scrollTop + clientHeight > scrollHeight - 2;
    const edge = isAtEnd ? scrollHeight : clientHeight / 3;
    const read = headings.filter((heading) => heading.getBoundingClientRect().top < edge).at(-1);
    for (const link of links) {
      if (link.hash === `#${(read ?? headings[0])?.id}`) link.ariaCurrent = 'location';
      else link.removeAttribute('aria-current');
    }
  };

  // Also what is far above is in, so that a jump past a heading is seen.
  const observer = new IntersectionObserver(mark, { rootMargin: '1000000px 0px -66.6% 0px' });
  for (const heading of headings) observer.observe(heading);
  // The last sections may be too short to come up so far.
  const footer = document.querySelector('.site-footer');
  if (footer) new IntersectionObserver(mark, { threshold: 1 }).observe(footer);
}
