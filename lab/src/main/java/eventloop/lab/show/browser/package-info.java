/// A browser without a window, driven by its own DevTools protocol: prints slides, and lets tests look at pages.
package eventloop.lab.show.browser;
