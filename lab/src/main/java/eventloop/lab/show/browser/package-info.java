/// A browser without a window, driven by Playwright: prints slides, and lets tests look at pages.
package eventloop.lab.show.browser;
