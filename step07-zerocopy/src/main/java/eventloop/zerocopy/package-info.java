/// Step 7: large files go from the page cache to the socket without passing through this program, and a
/// client can ask for a part of a file. With it the design is complete.
package eventloop.zerocopy;
