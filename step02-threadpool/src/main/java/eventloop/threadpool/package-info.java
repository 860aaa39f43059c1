/// Step 2: a fixed number of threads, and a queue of fixed length before them.
package eventloop.threadpool;
