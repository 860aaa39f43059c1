/// From a path in a request to an open file and its response. [eventloop.files.DocumentRoot] is the
/// only place that touches names on the disk, so it is the only place where one could get out of the
/// served directory.
package eventloop.files;
