/// What each step can do and what it cannot: every check on every server, over real sockets.
package eventloop.lab.study.check;
