// The calendar by keys: left and right go from session to session, up and down a week, Page Up and Page Down a month.
(function () {
  'use strict';
  const grid = document.querySelector('[data-days]');
  if (!grid) {
    return;
  }
  const days = Array.from(grid.children);
  const links = Array.from(grid.querySelectorAll('a'));

  function beside(link, step) {
    return links[links.indexOf(link) + step];
  }

  // The nearest session of that weekday, or of the week that way.
  function week(link, step) {
    const here = days.indexOf(link.closest('[data-days] > li'));
    for (let at = here + step * 7; at >= 0 && at < days.length; at += step * 7) {
      const found = days[at].querySelector('a');
      if (found) {
        return found;
      }
    }
    return null;
  }

  function month(rel) {
    const link = document.querySelector('a[rel="' + rel + '"]');
    if (link) {
      link.click();
    }
  }

  grid.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || !event.target.closest('a')) {
      return;
    }
    const link = event.target.closest('a');
    const next = {
      ArrowRight: function () { return beside(link, 1); },
      ArrowLeft: function () { return beside(link, -1); },
      ArrowDown: function () { return week(link, 1); },
      ArrowUp: function () { return week(link, -1); },
      Home: function () { return links[0]; },
      End: function () { return links[links.length - 1]; },
    }[event.key];
    if (next) {
      event.preventDefault();
      const to = next();
      if (to) {
        to.focus();
      }
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      event.preventDefault();
      month(event.key === 'PageDown' ? 'next' : 'prev');
    }
  });
})();
