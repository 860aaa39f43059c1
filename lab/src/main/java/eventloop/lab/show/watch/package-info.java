/// The loop, live: what the threads of a server do, as a page that moves along with them.
package eventloop.lab.show.watch;
