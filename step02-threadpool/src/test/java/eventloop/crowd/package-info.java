/// Many clients at once, and what they do to the threads of the server: for the tests of steps 2 to 4.
package eventloop.crowd;
