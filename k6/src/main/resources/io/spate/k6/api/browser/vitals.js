// Tells what a page's web vitals are by now (https://www.w3.org/TR/paint-timing/, layout-instability, event-timing,
// largest-contentful-paint); each is told again when it changes.
(() => {
    if (window.top !== window || typeof PerformanceObserver === 'undefined') {
        return;
    }
    const document = String(performance.timeOrigin);
    const tell = (name, value) => window.__spateVital?.(name, value, document, location.href);
    const watch = (type, more, seen) => {
        try {
            new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({ type, buffered: true, ...more });
        } catch {
            // This browser does not measure it.
        }
    };

    watch('paint', {}, (entry) => {
        if (entry.name === 'first-contentful-paint') {
            tell('fcp', entry.startTime);
        }
    });
    watch('largest-contentful-paint', {}, (entry) => tell('lcp', entry.startTime));
    watch('navigation', {}, (entry) => tell('ttfb', entry.responseStart));
    watch('first-input', {}, (entry) => tell('fid', entry.processingStart - entry.startTime));

    // The worst interaction; with fifty or more of them one in fifty is left out, the worst first.
    const interactions = new Map();
    watch('event', { durationThreshold: 16 }, (entry) => {
        if (entry.interactionId) {
            const known = interactions.get(entry.interactionId) ?? 0;
            interactions.set(entry.interactionId, Math.max(known, entry.duration));
            const worst = [...interactions.values()].sort((a, b) => b - a);
            tell('inp', worst[Math.floor(worst.length / 50)]);
        }
    });

    // The largest sum of shifts within a window of at most five seconds without a pause of over one.
    let shift = { sum: 0, first: 0, last: 0 };
    let most = 0;
    tell('cls', 0);
    watch('layout-shift', {}, (entry) => {
        if (entry.hadRecentInput) {
            return;
        }
        const goesOn = entry.startTime - shift.last < 1000 && entry.startTime - shift.first < 5000;
        shift = goesOn
            ? { sum: shift.sum + entry.value, first: shift.first, last: entry.startTime }
            : { sum: entry.value, first: entry.startTime, last: entry.startTime };
        if (shift.sum > most) {
            most = shift.sum;
            tell('cls', most);
        }
    });
})();
