/// What makes a program of a server: its command line, its start, its orderly end.
package eventloop.server;
